import { timeInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { Card } from '#app/ui/page.tsx';

import { refusalText } from '../../../../ui/refusals.ts';

type Asked = {
  id: string;
  measure: 'number' | 'share';
  size: number;
  by: string;
  askedAt: Date | string;
  refusal: string | null;
};

const wanted = ({ measure, size }: Asked) =>
  measure === 'share'
    ? `${size} % of the certificates that stand`
    : size === 1
      ? '1 certificate'
      : `${size} certificates`;

/** A draw that is not there yet: nobody waits at the page for it. */
export const BeingDrawn = ({ asked }: { asked: Asked }) =>
  asked.refusal ? (
    <EmptyState
      title="Nothing was drawn"
      action={<ButtonLink to="/scheme/audit-draws/new">Draw again</ButtonLink>}
    >
      {refusalText(asked.refusal)}
    </EmptyState>
  ) : (
    <EmptyState
      title="Being drawn"
      action={<ButtonLink to={`/scheme/audit-draws/${asked.id}`}>Look again</ButtonLink>}
    >
      {`${asked.by} asked for ${wanted(asked)}, ${timeInWords(asked.askedAt)}. Out of many certificates this takes a minute or two, and nobody has to wait here: the draw stands on this page and in the list when it is done.`}
    </EmptyState>
  );

/** Those that are not in the list yet. */
export const AskedDraws = ({ asked }: { asked: readonly Asked[] }) =>
  asked.length === 0 ? null : (
    <Card title={asked.length === 1 ? 'A draw is being made' : `${asked.length} draws are being made`}>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {asked.map((one) => (
          <li key={one.id}>
            <TextLink
              to={`/scheme/audit-draws/${one.id}`}
            >{`${wanted(one)}, asked for by ${one.by}`}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
