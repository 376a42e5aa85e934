import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findReceiptPage } from '#app/features/register/verifications/receipts/page.server.ts';
import { answerInWords } from '#app/features/register/verifications/receipts/words.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [
  { title: 'Receipt of a check · Fairroute' },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const receipt = found(await findReceiptPage(scope, found(params['id'])));
  return data(receipt, { headers: { 'Cache-Control': 'private, no-store' } });
}

export default function Receipt() {
  const { id, asKnownAt, count, lines, digest } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Receipt of a check"
        lead="Keep the file: it is signed, and proves years later what the register said. The PDF shows the same for people."
        clock={`As known at ${timeInWords(asKnownAt)}`}
      />
      <Actions>
        <ButtonLink to={`/receipts/${id}/credential`}>Save the signed file</ButtonLink>
        <ButtonLink to={`/receipts/${id}/pdf`} kind="secondary">
          Save as PDF
        </ButtonLink>
      </Actions>
      <Section title="What was asked, and what the register answered">
        {lines.length < count ? (
          <p>{`The first ${lines.length} of ${count}. All of them stand in the signed file.`}</p>
        ) : null}
        <Summary items={lines.map(({ asked, answer }) => ({ term: asked, value: answerInWords(answer) }))} />
      </Section>
      <Section title="How to check it">
        <p>
          <TextLink to="/verify">Verify a credential</TextLink> takes the file and says whether we signed it.
          To check it without us, keep our keys beside it (
          <TextLink to="/.well-known/did.json">did.json</TextLink>) and use a small program:{' '}
          <TextLink to="/verify_receipt.py">verify_receipt.py</TextLink>.
        </p>
        <p>
          SHA-256 of the file: <code className="break-words">{digest}</code>
        </p>
      </Section>
    </>
  );
}
