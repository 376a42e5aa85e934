import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import type { ComplaintState } from '../../complaints/model.ts';
import { StateTag } from './tags.tsx';

type Other = { number: string; state: ComplaintState };
export type LinksProps = {
  links: readonly { case: Other | null; reason: string | null }[];
  suggested: readonly Other[];
  others: number;
  place: string;
};

const One = ({ number, state }: Other) => (
  <span className="inline-flex flex-wrap items-center gap-2">
    <TextLink to={`/casework/${number}`}>{number}</TextLink>
    <StateTag state={state} />
  </span>
);

export const Links = ({ links, suggested, others, place }: LinksProps) => (
  <Section title="Cases that belong together">
    {links.length === 0 ? <p className="text-ink-2">None is linked.</p> : null}
    <ul className="flex flex-col gap-2">
      {links.map((link, at) => (
        <li key={at}>
          {link.case ? (
            <>
              <One {...link.case} />
              <p className="text-sm">{link.reason}</p>
            </>
          ) : (
            'A case that is not open to you'
          )}
        </li>
      ))}
    </ul>
    {suggested.length > 0 || others > 0 ? (
      <div>
        <p className="font-semibold">About a name written alike</p>
        <ul className="flex flex-col gap-2">
          {suggested.map((one) => (
            <li key={one.number}>
              <One {...one} />
            </li>
          ))}
        </ul>
        {others > 0 ? (
          <p className="text-sm text-ink-2">
            {others === 1 ? '1 is not open to you' : `${others} are not open to you`}
          </p>
        ) : null}
      </div>
    ) : null}
    <TextLink to={`${place}/link`}>Link a case</TextLink>
  </Section>
);
