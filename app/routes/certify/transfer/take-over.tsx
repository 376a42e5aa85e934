import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { answerTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { answerForm } from '#app/features/certificates/transfer/forms.ts';
import { findTransfer } from '#app/features/certificates/transfer/queries.server.ts';
import { AnswerForm } from '#app/features/certificates/transfer/ui/forms.tsx';
import { Review } from '#app/features/certificates/transfer/ui/review.tsx';
import { refusalText } from '#app/features/certificates/ui/refusals.ts';
import { previewTransfer } from '#app/features/register/preview.server.ts';
import { Readings } from '#app/features/register/ui/before-after.tsx';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Card, PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Take over a certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { transfer, refusal, contents } = found(await findTransfer(scope, found(params['id'])));
  await askWhoItIs(request);
  const { registrationNumber, body } = transfer;
  const preview = contents ? await previewTransfer(scope, registrationNumber, body) : [];
  return { transfer, refusal, contents, preview };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findTransfer(scope, found(params['id']))).transfer;
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await answerTransfer(scope, id, form.value), '/now', form.reply);
}

export default function TakeOver() {
  const { transfer, refusal, contents, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`Take over the certificate of ${transfer.recruiter}`}
        eyebrow={transfer.number}
        back={{ to: '/now', label: 'Your desk' }}
        clock={`Answer by ${dayInWords(transfer.dueOn)}`}
        lead="Only a certificate in force is taken over, with no critical or major finding open and no audit running."
      />
      <Summary
        items={[
          { term: 'Audit body today', value: transfer.former },
          { term: 'Valid until', value: dayInWords(transfer.validUntil) },
          { term: 'Grounds', value: transfer.grounds },
          ...(transfer.answer ? [{ term: 'Answer', value: transfer.answer }] : []),
        ]}
      />
      {contents ? (
        <Review id={transfer.id} {...contents} />
      ) : (
        <NotYet id={transfer.id} refusal={refusal ?? ''} />
      )}
      <Readings readings={preview} />
      {mayAnswer(refusal) || answer ? (
        <Section title="Your answer">
          <AnswerForm answer={answer} />
        </Section>
      ) : null}
    </>
  );
}

/** After its days it can still be declined, so that the recruiter knows. */
const mayAnswer = (refusal: string | undefined) => refusal === undefined || refusal === 'review_over';

const NotYet = ({ id, refusal }: { id: string; refusal: string }) =>
  refusal === 'declare_first' ? (
    <Card title="Before you read">
      <p>{refusalText(refusal)}</p>
      <ButtonLink to={`/transfers/${id}/declare`}>Declare conflicts of interest</ButtonLink>
    </Card>
  ) : (
    <Refusal>{refusalText(refusal)}</Refusal>
  );
