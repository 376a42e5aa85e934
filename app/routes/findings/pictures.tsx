import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { picturesFor } from '#app/features/audits/pictures/pictured.server.ts';
import { whoseOwn } from '#app/features/audits/pictures/policy.ts';
import { Pictures } from '#app/features/audits/pictures/ui/pictures.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Findings in pictures · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const whose = whoseOwn(scope.actor);
  return { of: whose.of, pictures: await picturesFor(scope, whose, request) };
}

const leads = {
  scheme: 'All audits of the scheme that you may read, of every audit body.',
  body: 'All audits of your audit body.',
  recruiter: 'All audits of your agency, once a finding was told to you.',
  audit: '',
};

export default function FindingPictures() {
  const { of, pictures } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Findings in pictures"
        lead={leads[of]}
        back={{ to: '/findings', label: 'Findings' }}
      />
      <Pictures pictures={pictures} />
    </>
  );
}
