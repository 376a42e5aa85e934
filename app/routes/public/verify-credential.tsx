import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { publishingAt } from '#app/features/credentials/house.server.ts';
import { VerifyFields } from '#app/features/credentials/ui/verify-fields.tsx';
import { VerdictBanner } from '#app/features/credentials/ui/verdict.tsx';
import { readPasted } from '#app/features/credentials/verify/sent.server.ts';
import { verifyCredential } from '#app/features/credentials/verify/verify.server.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Verify a credential · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

/** Nothing of what was pasted is kept. */
export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const headers = { 'Cache-Control': 'no-store' };
  const sent = await readPasted(request);
  if (!sent.ok)
    return data({ problem: sent.refusal }, { status: sent.refusal === 'nothing' ? 400 : 413, headers });
  const verified = await verifyCredential(publishingAt(scope), sent.value, scope.now);
  return data({ verified, asOf: scope.now.toISOString() }, { headers });
}

export default function VerifyCredential() {
  const answer = useActionData<typeof action>();
  const verified = answer && 'verified' in answer ? answer.verified : undefined;
  return (
    <>
      <PageHeader
        title="Verify a credential"
        lead="Paste a certificate’s credential or a receipt, or choose its file. It is checked and not kept."
        {...(answer && 'asOf' in answer ? { clock: `As of ${timeInWords(answer.asOf)}` } : {})}
      />
      {verified ? (
        <>
          <VerdictBanner verdict={verified.verdict} />
          {(verified.name ?? verified.subject) ? (
            <Section title="What it says it is">
              <Summary
                items={[
                  { term: 'Name', value: verified.name ?? verified.kind ?? '' },
                  { term: 'About', value: verified.subject ?? '' },
                  ...(verified.digest ? [{ term: 'SHA-256 of the file', value: verified.digest }] : []),
                ]}
              />
            </Section>
          ) : null}
        </>
      ) : null}
      <form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
        <VerifyFields problem={answer && 'problem' in answer ? answer.problem : undefined} />
        <div>
          <Button>Verify</Button>
        </div>
      </form>
    </>
  );
}
