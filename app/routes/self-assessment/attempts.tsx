import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { startSelfAssessment } from '#app/features/self-assessment/commands.server.ts';
import { startForm, type StartForm } from '#app/features/self-assessment/forms.ts';
import { findOwnAttempts } from '#app/features/self-assessment/result.server.ts';
import { AttemptTable, MaturityTrend } from '#app/features/self-assessment/ui/overview.tsx';
import { refusalText } from '#app/features/self-assessment/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { Card, PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Self-assessment · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return findOwnAttempts(scope);
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, startForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await startSelfAssessment(scope, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect(`/self-assessment/${outcome.value.attempt}`);
}

export default function Attempts() {
  const { attempts, trend } = useLoaderData<typeof loader>();
  const open = attempts.find(({ completedAt }) => completedAt === null);
  return (
    <>
      <PageHeader
        title="Self-assessment"
        lead="See where your agency stands before an auditor does: every indicator of the standard, in steps from 0 to 4. Be frank; nobody is refused for a low step."
      />
      {open ? (
        <Card title={`Self-assessment ${open.attempt} is under way`}>
          <p>{`${open.whole} of ${open.indicators} indicators are answered. Colleagues can help at the same time.`}</p>
          <ButtonLink to={`/self-assessment/${open.attempt}`}>Go on</ButtonLink>
        </Card>
      ) : (
        <Begin again={attempts.length > 0} />
      )}
      <Section title="Your self-assessments">
        <AttemptTable attempts={attempts} />
      </Section>
      <MaturityTrend moved={trend} />
    </>
  );
}

function Begin({ again }: { again: boolean }) {
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<StartForm>('begin', {
    reply: answer?.reply,
    saved: { from: again ? 'last' : 'blank' },
  });
  return (
    <Card title={again ? 'See what changed' : 'Begin the first one'}>
      <p>About two hours with colleagues at hand. Everything is saved as you go; come back any day.</p>
      <PageForm form={form} refusal={refusal && refusalText(refusal)}>
        {again ? (
          <RadioGroup
            field={fields.from}
            label="How to begin"
            options={[
              { value: 'last', label: 'With the answers of the last one', hint: 'Change only what changed' },
              { value: 'blank', label: 'With nothing filled in' },
            ]}
          />
        ) : (
          <input type="hidden" name={fields.from.name} value="blank" />
        )}
        <Button>{again ? 'Begin a new self-assessment' : 'Begin'}</Button>
      </PageForm>
    </Card>
  );
}
