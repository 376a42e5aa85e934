import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listRequests } from '#app/features/workers/casework/access.server.ts';
import { whoseChoices } from '#app/features/workers/casework/model.ts';
import { ended, listQueue, placeIn, queued } from '#app/features/workers/casework/queue.server.ts';
import { QueueTable } from '#app/features/workers/casework/ui/queue-table.tsx';
import { stateNames } from '#app/features/workers/casework/ui/words.ts';
import { numberIn } from '#app/features/workers/complaints/code/passphrase.server.ts';
import { chosenIn } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'Complaints · Fairroute' }];

const whoseNames = { anyone: 'Anybody’s', mine: 'Mine', nobody: 'Nobody’s yet' };

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { searchParams } = new URL(request.url);
  const filter = {
    state: [...queued, ...ended].find((state) => state === searchParams.get('state')),
    whose: chosenIn(request, 'whose', whoseChoices),
    late: searchParams.get('late') === 'yes',
  };
  const number = numberIn(searchParams.get('number') ?? '');
  if (number) throw redirect(`/casework/${number}`);
  const after = placeIn(searchParams.get('after'));
  return {
    ...{ filter, isFirst: after === undefined, now: scope.now, states: [...queued, ...ended] },
    ...(await listQueue(scope, { ...filter, after })),
    waiting: (await listRequests(scope)).length,
  };
}

export default function Queue() {
  const { filter, cases, count, next, isFirst, now, waiting, states } = useLoaderData<typeof loader>();
  const { state = '', whose, late } = filter;
  const asked = { state, whose, late: late ? 'yes' : '' };
  const href = (more: Record<string, string>) =>
    `/casework?${new URLSearchParams({ ...asked, ...more }).toString()}`;
  return (
    <>
      <PageHeader
        title="Complaints"
        lead="Who is in danger, a child, or punished for telling comes first; then by clock. Nothing of what was written stands here."
        action={
          waiting > 0 ? (
            <ButtonLink to="/casework/requests" kind="secondary">
              {waiting === 1 ? '1 request to open a case' : `${waiting} requests to open a case`}
            </ButtonLink>
          ) : null
        }
      />
      <Filters clear={state || whose !== 'anyone' || late ? '/casework' : undefined}>
        <SelectField
          field={queryField('state', state)}
          label="State"
          options={states.map((value) => ({ value, label: stateNames[value] }))}
          empty="Any state"
        />
        <SelectField
          field={queryField('whose', whose)}
          label="Whose"
          options={whoseChoices.map((value) => ({ value, label: whoseNames[value] }))}
        />
        <SelectField
          field={queryField('late', late ? 'yes' : '')}
          label="Clock"
          options={[{ value: 'yes', label: 'Late only' }]}
          empty="Late or not"
        />
        <TextField field={queryField('number', '')} label="Or open one by its number" />
      </Filters>
      <QueueTable cases={cases} count={count} now={now} />
      {next || !isFirst ? (
        <nav aria-label="Pages" className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
          {isFirst ? null : <TextLink to={href({})}>First page</TextLink>}
          {next ? (
            <TextLink to={href({ after: next })} rel="next">
              Next page
            </TextLink>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
