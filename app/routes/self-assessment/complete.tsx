import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { completeSelfAssessment } from '#app/features/self-assessment/commands.server.ts';
import { findProgress } from '#app/features/self-assessment/criterion.server.ts';
import { Progress } from '#app/features/self-assessment/ui/progress.tsx';
import { refusalText } from '#app/features/self-assessment/ui/refusals.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Complete · Self-assessment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findProgress(scope, found(params['attempt'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const attempt = found(params['attempt']);
  return answered(await completeSelfAssessment(scope, attempt), `/self-assessment/${attempt}/result`);
}

export default function Complete() {
  const { attempt, parts, completedAt } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const open = parts.filter((part) => part.open > 0);
  const lead = completedAt
    ? refusalText('already_completed')
    : open.length > 0
      ? refusalText('indicators_open')
      : 'From then on it stands as it is, and officers and your auditors may read it with your application. You can begin another one at any time.';
  return (
    <>
      <PageHeader
        title={`Complete self-assessment ${attempt}`}
        back={{ to: `/self-assessment/${attempt}`, label: 'Self-assessment' }}
        lead={lead}
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      {completedAt || open.length > 0 ? (
        <Progress attempt={attempt} parts={open} />
      ) : (
        <form method="post">
          <Actions>
            <Button>Complete it</Button>
            <ButtonLink to={`/self-assessment/${attempt}`} kind="secondary">
              Not now
            </ButtonLink>
          </Actions>
        </form>
      )}
    </>
  );
}
