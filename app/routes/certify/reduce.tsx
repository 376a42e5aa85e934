import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { chosenOf, reduceForm } from '#app/features/certificates/forms.ts';
import { findCertificate } from '#app/features/certificates/queries.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import { reduce } from '#app/features/certificates/scope/rules.ts';
import { ReduceChoice, ReduceForm } from '#app/features/certificates/ui/reduce-form.tsx';
import { findRecord } from '#app/features/register/queries.server.ts';
import { Coverage } from '#app/features/register/ui/coverage.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Reduce the scope · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const listed = found(await findCertificate(scope, found(params['id'])));
  const record = await findRecord(scope, listed.registrationNumber);
  const now = record.ok ? record.value : undefined;
  const chosen = chosenOf(new URL(request.url).searchParams);
  const reduced = chosen && reduce(listed.certificate, listed, chosen);
  const certificate = reduced?.ok && now?.certificate ? { ...now.certificate, ...reduced.value } : undefined;
  return {
    ...{
      listed,
      now,
      kept: chosen ?? { corridors: listed.corridors, sectors: listed.sectors, offices: listed.offices },
    },
    after: now && certificate && { ...now, certificate },
    refusal: reduced && !reduced.ok ? reduced.refusal : undefined,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { certificate } = found(await findCertificate(scope, found(params['id'])));
  const form = await readForm(request, reduceForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const back = `/scheme/certificates/${certificate.id}`;
  return answered(await reduceScope(scope, certificate.id, form.value), back, form.reply);
}

export default function Reduce() {
  const { listed, now, kept, after, refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = `/scheme/certificates/${listed.certificate.id}`;
  return (
    <>
      <PageHeader
        title="Reduce the scope"
        eyebrow={listed.certificate.number}
        back={{ to: back, label: listed.recruiter }}
        lead="The certificate stays as it is and covers less from this moment. Earlier versions are kept, with their days. A wider one takes a request, which the scheme reviews, has audited where that is needed, or refuses."
      />
      {now ? (
        <Section title="What the public reads now">
          <Coverage record={now} />
        </Section>
      ) : null}
      {after ? (
        <>
          <Section title="What the public will read">
            <Coverage record={after} />
          </Section>
          <Section title="Your decision">
            <ReduceForm kept={kept} again={`${back}/reduce`} answer={answer} />
          </Section>
        </>
      ) : (
        <Section title="What stays">
          <ReduceChoice covered={listed} kept={kept} back={back} refusal={answer?.refusal ?? refusal} />
        </Section>
      )}
    </>
  );
}
