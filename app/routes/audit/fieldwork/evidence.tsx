import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { nameDocuments } from '#app/features/audits/fieldwork/commands/name-documents.server.ts';
import { listDocumentsToName } from '#app/features/audits/fieldwork/evidence.server.ts';
import { evidenceForm, type EvidenceForm } from '#app/features/audits/fieldwork/forms.ts';
import { addressOfIndicator, filterOf } from '#app/features/audits/fieldwork/list/filter.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { CheckboxGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Documents that show it · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const indicator = found(await findIndicator(scope, audit, found(params['code'])));
  const documents = await listDocumentsToName(scope, audit, indicator.code);
  return { audit, indicator, documents, filter: filterOf(request.url) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { id } = audit;
  const { code } = found(await findIndicator(scope, audit, found(params['code'])));
  const form = await readForm(request, evidenceForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await nameDocuments(scope, id, code, form.value);
  return answered(outcome, addressOfIndicator(id, code, filterOf(request.url)), form.reply);
}

export default function Evidence() {
  const { audit, indicator, documents, filter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EvidenceForm>('evidence', {
    reply: answer?.reply,
    saved: { documents: documents.filter(({ named }) => named).map(({ id }) => id) },
  });
  return (
    <StepPage
      title="Documents that show it"
      lead={indicator.requirement}
      place={{
        to: addressOfIndicator(audit.id, indicator.code, filter),
        label: `Indicator ${indicator.code}`,
        eyebrow: audit.recruiter,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <input type="hidden" name={fields.sent.name} value="yes" />
      {documents.length === 0 ? (
        <p>The recruiter has no documents here. Photos can be added on a page of their own.</p>
      ) : (
        <CheckboxGroup
          field={fields.documents}
          label="Documents of the recruiter"
          hint="Those you leave out are named here no more; the documents themselves stay."
          options={documents.map(({ id, title, addedAt }) => ({
            value: id,
            label: title,
            hint: `Added ${dayInWords(dayOf(new Date(addedAt)))}`,
          }))}
        />
      )}
    </StepPage>
  );
}
