import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { grantApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { grantForm, type GrantForm } from '#app/features/bodies/auditors/forms.ts';
import { levelNames } from '#app/features/bodies/auditors/model.ts';
import { findAuditorApproval, findRecords } from '#app/features/bodies/auditors/queries.server.ts';
import { auditorPath } from '#app/features/bodies/auditors/ui/place.ts';
import { CompetenceTable, LanguageTable, WitnessedTable } from '#app/features/bodies/auditors/ui/records.tsx';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { DateField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Approve an auditor · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const approval = found(await findAuditorApproval(scope, found(params['id'])));
  return { approval, records: await findRecords(scope.db, approval.accountId, approval.bodyId) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const approval = found(await findAuditorApproval(scope, found(params['id'])));
  const form = await readForm(request, grantForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await grantApproval(scope, approval.id, form.value), auditorPath(approval), form.reply);
}

export default function Decide() {
  const { approval, records } = useLoaderData<typeof loader>();
  const { id, auditor, body, level, request } = approval;
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<GrantForm>('grant', { reply: answer?.reply });
  const page = auditorPath(approval);
  return (
    <>
      <PageHeader
        title={`Approve ${auditor} as ${levelNames[level].toLowerCase()}`}
        eyebrow={body}
        back={{ to: page, label: auditor }}
        lead={request}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <p>
          {level === 'reviewer'
            ? 'Between the two days this person can approve reports of the body, close grave findings and answer what becomes of a finding.'
            : 'Between the two days this person can be put on audit teams of the body.'}{' '}
          They and the body are told by mail; what is approved is not changed afterwards, only suspended or
          ended.
        </p>
        <DateField field={fields.validFrom} label="First day" />
        <DateField field={fields.validUntil} label="Last day" />
        <TextArea field={fields.reasons} label="What it rests on" />
        <Actions>
          <Button>Approve</Button>
          <ButtonLink to={`/scheme/auditor-approvals/${id}/refuse`} kind="secondary">
            Refuse instead
          </ButtonLink>
        </Actions>
      </PageForm>
      <Section title="Competence">
        <CompetenceTable rows={records.competences} page={page} keeps={false} />
      </Section>
      <Section title="Languages">
        <LanguageTable rows={records.languages} page={page} keeps={false} />
      </Section>
      <Section title="Witnessed audits">
        <WitnessedTable rows={records.witnessed} />
      </Section>
    </>
  );
}
