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

/** Those that are not in the list yet, and one's own that never will be. */
export const AskedDraws = ({ asked }: { asked: readonly Asked[] }) => {
  const making = asked.filter(({ refusal }) => refusal === null);
  return (
    <>
      <Requests
        title={making.length === 1 ? 'A draw is being made' : `${making.length} draws are being made`}
        asked={making}
      />
      <Requests title="Nothing was drawn" asked={asked.filter(({ refusal }) => refusal !== null)} />
    </>
  );
};

const Requests = ({ title, asked }: { title: string; asked: readonly Asked[] }) =>
  asked.length === 0 ? null : (
    <Card title={title}>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {asked.map((one) => (
          <li key={one.id}>
            <TextLink
              to={`/scheme/audit-draws/${one.id}`}
            >{`${wanted(one)}, asked for by ${one.by}`}</TextLink>
            {one.refusal ? `: ${refusalText(one.refusal)}` : ''}
          </li>
        ))}
      </ul>
    </Card>
  );
