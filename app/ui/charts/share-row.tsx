/** A row of a table of progress: what, in words, and as a bar; `share` from 0 to 1. */
export const ShareRow = ({ label, words, share }: { label: string; words: string; share: number }) => (
  <tr>
    <th scope="row" className="py-1.5 pe-4 text-start leading-snug font-normal">
      {label}
    </th>
    <td className="py-1.5 pe-4 text-end font-semibold tabular-nums">{words}</td>
    <td className="w-1/3 py-1.5">
      <svg aria-hidden="true" width="100%" height="16" className="block text-accent rtl:-scale-x-100">
        <rect width="100%" height="16" rx="4" className="fill-heat-0" />
        <rect width={`${100 * share}%`} height="16" rx="4" fill="currentColor" />
      </svg>
    </td>
  </tr>
);
