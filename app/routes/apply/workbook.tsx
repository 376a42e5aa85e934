import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { TakenReport, workbookRefusal } from '#app/features/applications/ui/workbook.tsx';
import { findOwnWorkbookPage, receiveWorkbook } from '#app/features/applications/workbook.server.ts';
import { found } from '#app/platform/http.server.ts';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Card, PageHeader } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Workbook · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findOwnWorkbookPage(scope));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { status, ...answer } = await receiveWorkbook(scope, request);
  return data(answer, status);
}

export default function Workbook() {
  const { open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Fill it in as a workbook"
        back={{ to: '/apply', label: 'Your application' }}
        lead="The whole application as an Excel workbook, with the same sections, hints and lists. Fill it in anywhere, also without a connection, and upload it here."
      />
      {answer?.refusal ? <Refusal>{workbookRefusal(answer.refusal)}</Refusal> : null}
      {answer?.report ? <TakenReport report={answer.report} /> : null}
      {open ? (
        <>
          <Card title="1. Download">
            <p>
              It holds every answer as it stands now. What colleagues answer meanwhile is not overwritten.
            </p>
            <ButtonLink to="/apply/workbook/file" kind="secondary">
              Download the workbook
            </ButtonLink>
          </Card>
          <Card title="2. Upload">
            <p>
              Whatever can be read is saved at once; each cell that cannot be taken is listed with the reason.
              An empty cell changes nothing.
            </p>
            <FileForm
              name="workbook"
              label="The workbook you filled in"
              hint="An Excel workbook (.xlsx), up to 10 MB"
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            >
              <Button>Upload the workbook</Button>
            </FileForm>
          </Card>
        </>
      ) : (
        <p>{refusalText('already_sent')}</p>
      )}
    </>
  );
}
