import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCase } from '#app/features/workers/casework/case.server.ts';
import { CaseHeader } from '#app/features/workers/casework/ui/case-header.tsx';
import { ClosedCase } from '#app/features/workers/casework/ui/closed-case.tsx';
import { OpenCase } from '#app/features/workers/casework/ui/open-case.tsx';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';

import { openFile } from './open-file.server.ts';

export const meta: MetaFunction = () => [{ title: 'Complaint · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const record = found(await findCase(scope, found(params['number'])));
  return { record, now: scope.now, file: await openFile(scope, record) };
}

export default function Case() {
  const { record, now, file } = useLoaderData<typeof loader>();
  const place = `/casework/${record.number}`;
  if (!file)
    return (
      <>
        <CaseHeader record={record} now={now} />
        <ClosedCase record={record} place={place} />
      </>
    );
  const [next] = file.steps;
  return (
    <>
      <CaseHeader
        record={record}
        now={now}
        action={next ? <ButtonLink to={`${place}/step/${next.to}`}>{next.name}</ButtonLink> : null}
      />
      <OpenCase record={record} place={place} file={file} />
    </>
  );
}
