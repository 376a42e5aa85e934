import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAction, listSteps } from '#app/features/mapping/actions/queries.server.ts';
import { effectInWords, nextStates } from '#app/features/mapping/actions/rules.ts';
import { moduleTitle } from '#app/features/mapping/actions/suggestions.ts';
import { ActionState, DueDay, HistoryTable } from '#app/features/mapping/actions/ui/tables.tsx';
import { indicatorName } from '#app/features/mapping/actions/ui/words.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'An action · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const action = found(await findAction(scope, found(params['id'])));
  const steps = await listSteps(scope.db, action.id);
  return { action, steps, today: dayOf(scope.now) };
}

export default function ActionPage() {
  const { action, steps, today } = useLoaderData<typeof loader>();
  const { id, state, module } = action;
  return (
    <>
      <PageHeader
        title={action.what}
        eyebrow={<bdi>{action.party ?? 'The whole chain'}</bdi>}
        back={{ to: '/mapping/actions', label: 'Actions' }}
        tag={<ActionState state={state} />}
        lead={effectInWords(steps)}
      />
      <Actions>
        {nextStates(state).length > 0 ? (
          <ButtonLink to={`/mapping/actions/${id}/step`}>Record the next step</ButtonLink>
        ) : null}
        <ButtonLink to={`/mapping/actions/${id}/evidence`} kind="secondary">
          Add evidence
        </ButtonLink>
        {state === 'effective' ? null : (
          <ButtonLink to={`/mapping/actions/${id}/change`} kind="secondary">
            Change who or when
          </ButtonLink>
        )}
      </Actions>
      <Summary
        items={[
          { term: 'Who does it', value: <bdi>{action.owner}</bdi> },
          { term: 'By', value: <DueDay action={action} today={today} /> },
          { term: 'What points to it', value: indicatorName(action.indicator) ?? 'Something else' },
          {
            term: 'Training that helps',
            value: module ? `${module} ${moduleTitle(module) ?? ''}` : 'None named',
          },
        ]}
      />
      <Section title="History">
        <HistoryTable steps={steps} />
      </Section>
    </>
  );
}
