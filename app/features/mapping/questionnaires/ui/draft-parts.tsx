import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import type { Outline } from '../outline.ts';
import { Files } from './files.tsx';

/** Beside the questions: lists, title and languages, files, and the way out. */
export const DraftParts = ({ outline, base, edits }: { outline: Outline; base: string; edits: boolean }) => (
  <>
    {edits ? (
      <Section title="Change">
        <ul className="flex flex-col items-start gap-2">
          <li>
            <TextLink to={`${base}/title`}>Title and languages</TextLink>
            <p className="text-sm text-ink-2">{outline.languages.join(' ')}</p>
          </li>
          <li>
            <TextLink to={`${base}/new-section`}>Add a section</TextLink>
          </li>
          <li>
            <TextLink to={`${base}/new-list`}>Add a list</TextLink>
          </li>
          <li>
            <TextLink to={`${base}/discard`}>Throw the draft away</TextLink>
          </li>
        </ul>
      </Section>
    ) : null}
    <Section title="Lists">
      <ul className="flex flex-col gap-1">
        {outline.lists.map(({ name, codes, faults }) => (
          <li key={name}>
            {edits ? <TextLink to={`${base}/lists/${name}`}>{name}</TextLink> : name}
            <span className="text-sm text-ink-2">{codes === 1 ? ' 1 code' : ` ${codes} codes`}</span>
            {faults.map((fault) => (
              <p key={fault} className="text-sm font-semibold text-watch">
                {fault}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
    <Section title="Take it away">
      <Files base={base} />
      {edits ? (
        <ButtonLink to="/scheme/questionnaires/import" kind="secondary" size="small">
          Bring a file back
        </ButtonLink>
      ) : null}
    </Section>
  </>
);
