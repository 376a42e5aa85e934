import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { assessIndicator } from '#app/features/audits/fieldwork/commands/assess-indicator.server.ts';
import { findIndicator, findNextOpen } from '#app/features/audits/fieldwork/queries.server.ts';
import { listFindingsOfAudit } from '#app/features/audits/findings/lists.server.ts';
import { assessForm } from '#app/features/audits/fieldwork/forms.ts';
import { mayAudit } from '#app/features/audits/policy.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { addressOfIndicator, addressOfList, filterOf } from '#app/features/audits/fieldwork/list/filter.ts';
import { AroundIndicator } from '#app/features/audits/fieldwork/list/ui/around.tsx';
import { Ways } from '#app/features/audits/fieldwork/list/ui/ways.tsx';
import { assess, raise } from '#app/features/audits/fieldwork/rules.ts';
import { AssessmentForm, AssessmentSummary } from '#app/features/audits/fieldwork/ui/assessment-form.tsx';
import { FindingCards } from '#app/features/audits/findings/ui/finding-cards.tsx';
import { besideIndicator } from '#app/features/audits/fieldwork/workspace.server.ts';
import { Cited } from '#app/features/audits/fieldwork/cited/ui/cited.tsx';
import { PresenceNotice } from '#app/features/audits/fieldwork/presence/ui/presence.tsx';
import { ConflictNotice } from '#app/features/audits/fieldwork/ui/conflict-notice.tsx';
import { EvidenceList } from '#app/features/audits/fieldwork/ui/evidence-list.tsx';
import { IndicatorHeader } from '#app/features/audits/fieldwork/ui/indicator-header.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Columns } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Indicator ${data?.indicator.code ?? ''}, ${data?.audit.recruiter ?? 'audit'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const indicator = found(await findIndicator(scope, audit, found(params['code'])));
  const filter = filterOf(request.url);
  const [beside, findings] = await Promise.all([
    besideIndicator(scope, audit, indicator.code, filter),
    listFindingsOfAudit(scope, audit.id, indicator.code),
  ]);
  const mine = mayAudit(scope.actor, audit);
  const may = { assess: mine && assess(audit).ok, raise: mine && raise(audit).ok };
  return { audit, indicator, filter, ...beside, findings, may, today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { id } = audit;
  const { code } = found(await findIndicator(scope, audit, found(params['code'])));
  const form = await readForm(request, assessForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await assessIndicator(scope, id, code, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  if (form.value.next === 'finding') return redirect(`/audits/${id}/indicators/${code}/finding`);
  const filter = filterOf(request.url);
  const next = await findNextOpen(scope, audit, code, filter);
  return redirect(next ? addressOfIndicator(id, next, filter) : addressOfList(id, filter));
}

export default function Indicator() {
  const { audit, indicator, filter, neighbours, ways, findings, evidence, interviews, ...data } =
    useLoaderData<typeof loader>();
  const { conflicts, present, may, today } = data;
  const answer = useActionData<typeof action>();
  const at = { auditId: audit.id, code: indicator.code, filter };
  return (
    <>
      <IndicatorHeader audit={audit} indicator={indicator} filter={filter} />
      <Columns
        side="end"
        main={
          <>
            <PresenceNotice code={indicator.code} present={present} />
            <ConflictNotice {...at} conflicts={conflicts} />
            {may.assess ? (
              <AssessmentForm assessment={indicator} answer={answer} />
            ) : (
              <AssessmentSummary assessment={indicator} />
            )}
            <Ways auditId={audit.id} filter={filter} ways={ways} />
            <EvidenceList {...at} evidence={evidence} mayAdd={may.assess} />
            <Cited auditId={audit.id} interviews={interviews} mayCite={may.assess} />
            <FindingCards findings={findings} today={today} />
            {may.raise ? (
              <p>
                <TextLink to={`/audits/${audit.id}/indicators/${indicator.code}/finding`}>
                  Raise a finding
                </TextLink>
              </p>
            ) : null}
          </>
        }
        aside={<AroundIndicator {...at} neighbours={neighbours} present={present} atWork={may.assess} />}
      />
    </>
  );
}
