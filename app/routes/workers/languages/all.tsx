import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { reviewerRoles } from '#app/features/workers/wording/policy.ts';
import { listLanguages } from '#app/features/workers/wording/queries.server.ts';
import { LanguageTable } from '#app/features/workers/wording/ui/language-table.tsx';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { catalogue } from '../catalogue.server.ts';
import { countSpoken } from '../clips.server.ts';

export const meta: MetaFunction = () => [{ title: 'Languages · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...reviewerRoles);
  const [rows, spoken] = await Promise.all([listLanguages(scope, catalogue), countSpoken(scope)]);
  return { rows: rows.map((row) => ({ ...row, ...(spoken[row.language] ?? { heard: 0, stale: 0 }) })) };
}

export default function Languages() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Languages of workers"
        lead="What workers read, in every language. A page says that nobody has reviewed it until somebody has approved all of its texts; a text that changes, or whose English does, is to be read again."
      />
      <LanguageTable rows={rows} />
      <p>
        <TextLink to="/scheme/languages/en/clips">Answers read aloud in English</TextLink>
      </p>
    </>
  );
}
