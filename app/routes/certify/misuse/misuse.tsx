import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findMisuse } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { misuseFacts } from '#app/features/certificates/claims/ui/misuse-parts.tsx';
import { listDocumentsFor } from '#app/features/documents/queries.server.ts';
import { ShownFiles } from '#app/features/documents/ui/shown-files.tsx';
import { timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A misuse of the certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const misuse = found(await findMisuse(scope, found(params['id'])));
  const files = await listDocumentsFor(scope.db, { kind: 'misuse', id: misuse.id });
  return { misuse, files, own: misuse.recordedBy === scope.actor.accountId };
}

const inForce: readonly string[] = ['active', 'active_under_watch'];

export default function Misuse() {
  const { misuse, files, own } = useLoaderData<typeof loader>();
  const { certificateId, findingId, reference, findingNumber } = misuse;
  return (
    <>
      <PageHeader
        title={`${misuse.recruiter}: misuse in public`}
        eyebrow={misuse.number}
        back={{ to: `/scheme/certificates/${certificateId}`, label: misuse.recruiter }}
        lead={`Recorded on ${timeInWords(misuse.recordedAt)}. The holder was told.`}
        action={
          inForce.includes(misuse.status) ? (
            <ButtonLink
              to={`/scheme/certificates/${certificateId}/suspend?reasonClass=claims_misused&misuse=${misuse.id}`}
              kind="danger"
            >
              Suspend for it
            </ButtonLink>
          ) : null
        }
      />
      <Section title="What was seen">
        <Summary items={[...misuseFacts(misuse), { term: 'What shows it', value: misuse.evidence }]} />
      </Section>
      <ShownFiles
        title="Files that show it"
        files={files}
        readers="Officers and the audit team of this holder read these files; the holder does not."
        addTo={own && !findingId ? `/scheme/misuses/${misuse.id}/file` : undefined}
      />
      <Section title="The finding">
        {findingId ? (
          <TextLink to={`/findings/${findingId}`}>{`Finding ${reference}/${findingNumber}`}</TextLink>
        ) : (
          <p>
            No finding yet. An auditor raises it on indicator B.1.6 in the next audit of this holder, which
            does not close its fieldwork before. Where no audit is ahead, your desk proposes a special one.
          </p>
        )}
      </Section>
    </>
  );
}
