import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import type { Part } from './criterion-page.tsx';

/** Every criterion by principle, with what is open in each. */
export function Progress({ attempt, parts }: { attempt: number; parts: readonly Part[] }) {
  const principles = [...new Map(parts.map(({ principleCode, principle }) => [principleCode, principle]))];
  return principles.map(([code, title]) => (
    <Section key={code} title={`${code}. ${title}`}>
      <ul className="border-b border-line">
        {parts
          .filter(({ principleCode }) => principleCode === code)
          .map((part) => (
            <li
              key={part.code}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-line py-2.5"
            >
              <TextLink to={`/self-assessment/${attempt}/criteria/${part.code}`}>
                {`${part.code} ${part.title}`}
              </TextLink>
              <span className="text-sm text-ink-2">{openInWords(part.open)}</span>
            </li>
          ))}
      </ul>
    </Section>
  ));
}

const openInWords = (open: number) =>
  open === 0 ? 'All answered' : open === 1 ? '1 indicator open' : `${open} indicators open`;
