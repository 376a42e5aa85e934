import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { engageForm, type EngageForm } from '#app/features/applications/forms.ts';
import { listAuditBodies } from '#app/features/applications/queries.server.ts';
import { engageOwnAuditBody } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { RadioGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Choose an audit body · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { bodies: await listAuditBodies(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, engageForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await engageOwnAuditBody(scope, form.value), '/apply', form.reply);
}

export default function AuditBody() {
  const { bodies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EngageForm>('audit-body', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Choose an audit body"
        back={{ to: '/apply', label: 'Your application' }}
        lead="Agree the contract with the audit body first. It will then see your application and plan the audit. A body whose people trained or advised you within two years does not audit you, and is not listed. Until an audit is arranged you may come back and choose another; after that, only in the place of one that may not audit you any more."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <RadioGroup
          field={fields.auditBodyId}
          label="Audit body you have a contract with"
          options={bodies.map(({ id, name, country }) => ({
            value: id,
            label: name,
            hint: countryName(country),
          }))}
        />
        <Button>Engage this audit body</Button>
      </PageForm>
    </>
  );
}
