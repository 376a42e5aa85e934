import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { nameOf } from '#app/features/audits/findings/model.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { harmNames } from '#app/features/audits/remedy/model.ts';
import { findRemedy } from '#app/features/audits/remedy/queries.server.ts';
import { missing, moneyOf, peopleOf } from '#app/features/audits/remedy/rules.ts';
import { ledgerSteps } from '#app/features/audits/remedy/steps.ts';
import { ConfirmationTable, ItemTable, LedgerTable } from '#app/features/audits/remedy/ui/ledger.tsx';
import { RemedyProgress } from '#app/features/audits/remedy/ui/progress.tsx';
import { RemedyDue } from '#app/features/audits/remedy/ui/remedy-card.tsx';
import { StepButtons } from '#app/features/audits/ui/step-buttons.tsx';
import { dayOf, timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Card, PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Remedy to workers · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const { finding, recruiter } = found(await findFinding(scope, found(params['id'])));
  const remedy = (await findRemedy(scope.db, finding.id)) ?? null;
  const steps = ledgerSteps(finding, scope.actor);
  return { finding, recruiter, remedy, steps, today: dayOf(scope.now) };
}

export default function RemedyPage() {
  const { finding, recruiter, remedy, steps, today } = useLoaderData<typeof loader>();
  const harm = finding.harm ? harmNames[finding.harm] : 'This finding is not marked as harm to workers';
  return (
    <>
      <PageHeader
        title="Remedy to workers"
        eyebrow={recruiter}
        back={{ to: `/findings/${finding.id}`, label: `Finding ${nameOf(finding)}` }}
        lead={`${harm}.`}
        clock={remedy && !remedy.completed ? <RemedyDue remedy={remedy} today={today} /> : undefined}
        action={<StepButtons steps={steps} />}
      />
      {remedy ? <Ledger remedy={remedy} /> : <p>No remedy was opened. There is nothing to show yet.</p>}
    </>
  );
}

type Remedy = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['remedy']>;

function Ledger({ remedy }: { remedy: Remedy }) {
  const { entries, confirmations, completedAt } = remedy;
  return (
    <>
      <RemedyProgress people={peopleOf(entries)} money={moneyOf(entries)} />
      <Card title={completedAt ? 'Complete' : 'Still missing'}>
        {completedAt ? (
          <p>{`All is made good and confirmed by workers, on ${timeInWords(completedAt)}.`}</p>
        ) : (
          <ul className="list-disc ps-5">
            {missing(remedy).map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        )}
      </Card>
      <Section title="What is owed">
        <ItemTable entries={entries} />
      </Section>
      <Section title="Ledger">
        <LedgerTable entries={entries} />
      </Section>
      <Section title="Workers asked">
        <ConfirmationTable confirmations={confirmations} />
      </Section>
    </>
  );
}
