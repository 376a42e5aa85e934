import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { answerExtension } from '#app/features/certificates/extension/commands.server.ts';
import { answerForm } from '#app/features/certificates/extension/forms.ts';
import { findLatestRequest } from '#app/features/certificates/extension/queries.server.ts';
import { widened } from '#app/features/certificates/extension/rules.ts';
import { inOneLine } from '#app/features/certificates/extension/added.ts';
import { AnswerForm } from '#app/features/certificates/extension/ui/answer-form.tsx';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A wider scope · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const listed = found(await findCertificate(scope, found(params['id'])));
  const asked = found(await findLatestRequest(scope, listed.certificate.id));
  await askWhoItIs(request);
  const open = asked.state === 'requested' || asked.state === 'audit_needed';
  const record = await findRecord(scope, listed.registrationNumber);
  const before = open && record.ok ? record.value : undefined;
  const certificate = before?.certificate && { ...before.certificate, ...widened(listed, asked.added) };
  return { listed, asked, open, before, after: before && certificate && { ...before, certificate } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  found(await findLatestRequest(scope, certificate.id));
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const back = `/scheme/certificates/${certificate.id}`;
  return answered(await answerExtension(scope, certificate.id, form.value), back, form.reply);
}

export default function Extension() {
  const { listed, asked, open, before, after } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/scheme/certificates/${listed.certificate.id}`;
  return (
    <>
      <PageHeader
        title="A wider scope"
        eyebrow={listed.certificate.number}
        back={{ to: back, label: listed.recruiter }}
        lead="Extended, the certificate covers more from this moment and the register shows it at once; its dates stay. Earlier versions are kept."
      />
      <Summary
        items={[
          { term: 'To be added', value: inOneLine(asked.added) },
          { term: 'Grounds', value: asked.grounds },
          ...(asked.review && asked.auditDueOn
            ? [{ term: 'Audited first', value: `By ${dayInWords(asked.auditDueOn)}. ${asked.review}` }]
            : []),
          ...(asked.answer ? [{ term: 'Answer', value: asked.answer }] : []),
          { term: 'Asked by', value: `${asked.askedBy}, ${dayInWords(dayOf(new Date(asked.askedAt)))}` },
        ]}
      />
      {before && after ? (
        <>
          <Section title="What the public reads now">
            <Coverage record={before} />
          </Section>
          <Section title="What the public will read if you extend it">
            <Coverage record={after} />
          </Section>
        </>
      ) : null}
      {open || answer ? (
        <Section title="Your answer">
          <AnswerForm back={back} audited={asked.state === 'audit_needed'} answer={answer} />
        </Section>
      ) : (
        <p>This request is answered.</p>
      )}
    </>
  );
}
