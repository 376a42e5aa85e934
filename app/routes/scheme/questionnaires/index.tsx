import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listQuestionnaires } from '#app/features/mapping/questionnaires/queries.server.ts';
import { QuestionnaireTable } from '#app/features/mapping/questionnaires/ui/questionnaire-table.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Questionnaires · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { questionnaires: await listQuestionnaires(scope) };
}

export default function Questionnaires() {
  const { questionnaires } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Questionnaires"
        lead="What everybody in a supply chain is asked, by role. A published version never changes: whatever is to be asked otherwise becomes the next one, and answers keep the version they were given under."
        action={<ButtonLink to="/scheme/questionnaires/import">Take a file</ButtonLink>}
      />
      <QuestionnaireTable questionnaires={questionnaires} />
    </>
  );
}
