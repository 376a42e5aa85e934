import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { startApplication } from '#app/features/applications/commands.server.ts';
import { findOwnInvoice } from '#app/features/applications/queries.server.ts';
import { findOwnContents } from '#app/features/applications/sections/own.server.ts';
import { NextStep } from '#app/features/applications/ui/next-step.tsx';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { Sections } from '#app/features/applications/ui/sections.tsx';
import { StateTag } from '#app/features/applications/ui/state-tag.tsx';
import { answered } from '#app/platform/http.server.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const own = await findOwnContents(scope);
  if (!own) return { own: undefined };
  const { application, done, documents } = own;
  const [invoice, timeline] = await Promise.all([
    findOwnInvoice(scope, application.id),
    timelineOf(scope, application.id),
  ]);
  return {
    own: {
      application,
      done,
      scans: documents.length,
      invoice,
      timeline,
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return answered(await startApplication(scope), '/apply/identity');
}

export default function Overview() {
  const { own } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  if (!own) return <Begin />;
  const { application, done, scans, invoice, timeline } = own;
  const open = ['draft', 'deferred', 'deferred_expired'].includes(application.state);
  const ended = ['rejected', 'refused', 'withdrawn', 'lapsed', 'discarded'].includes(application.state);
  return (
    <>
      <PageHeader
        title="Your application"
        eyebrow={application.reference}
        tag={<StateTag state={application.state} />}
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      <NextStep application={application} done={done} scans={scans} invoice={invoice} />
      <Columns
        main={
          <Section title="What happened so far">
            <Timeline entries={timeline} />
          </Section>
        }
        aside={
          <>
            {open ? <Sections done={done} scans={scans} /> : null}
            {open ? <TextLink to="/apply/workbook">Fill it in as an Excel workbook</TextLink> : null}
            {application.submittedAt ? (
              <TextLink to={`/files/applications/${application.id}/copy`}>What you sent, as a PDF</TextLink>
            ) : null}
            {ended ? <Restart /> : null}
            {application.state === 'draft' ? (
              <TextLink to="/apply/discard">Give up this draft</TextLink>
            ) : ended || application.state === 'certified' ? null : (
              <TextLink to="/apply/withdraw">Withdraw the application</TextLink>
            )}
          </>
        }
      />
    </>
  );
}

function Begin() {
  return (
    <>
      <PageHeader
        title="Apply for certification"
        lead="Twelve sections, about two hours with your papers at hand. Save and come back any day."
      />
      <EmptyState title="You have not begun yet" action={<Restart />}>
        You need your licence as a scan, your corridors with the workers you placed, who pays what, and the
        names of your sub-agents.
      </EmptyState>
    </>
  );
}

const Restart = () => (
  <form method="post">
    <Button>Begin an application</Button>
  </form>
);
