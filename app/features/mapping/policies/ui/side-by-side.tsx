import type { Stretch } from '../compare.ts';

type Props = { stretches: readonly Stretch[]; before: number; after: number };

/** Two versions beside each other; what was changed is marked in words as well as in colour. */
export const SideBySide = ({ stretches, before, after }: Props) => (
  <table className="w-full table-fixed border-collapse">
    <caption className="sr-only">{`Version ${before} beside version ${after}`}</caption>
    <thead>
      <tr className="border-b border-line-strong text-start">
        <th scope="col" className="py-2 pe-6 text-start">{`Version ${before}`}</th>
        <th scope="col" className="py-2 text-start">{`Version ${after}`}</th>
      </tr>
    </thead>
    <tbody>
      {stretches.map(({ same, before: was, after: is }, index) => (
        <tr key={index} className="border-b border-line align-top">
          <td className="py-2 pe-6 break-words whitespace-pre-wrap">
            {same || !was ? was : <del>{was}</del>}
          </td>
          <td className="py-2 break-words whitespace-pre-wrap">{same || !is ? is : <ins>{is}</ins>}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
