import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnCheck, submitOwnApplication } from '#app/features/applications/sections/own.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Check and send · Your application · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findOwnCheck(scope));
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return answered(await submitOwnApplication(scope), '/apply');
}

export default function Submit() {
  const { open, sections, scans } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <>
      <PageHeader
        title="Check your answers"
        back={{ to: '/apply', label: 'Your application' }}
        lead={
          open
            ? 'What you send stands as you see it here. The fee is asked for by mail; the review begins when it has arrived.'
            : refusalText('already_sent')
        }
      />
      {refusal ? <Refusal>{refusalText(refusal)}</Refusal> : null}
      {sections.map(({ section, title, answers, left }) => (
        <Section
          key={section}
          title={title}
          aside={open && <TextLink to={`/apply/${section}`}>{`Change ${title.toLowerCase()}`}</TextLink>}
        >
          {left.length > 0 ? <p className="font-semibold text-stopped">{missing(left.length)}</p> : null}
          <Summary items={answers.map(({ question, answer }) => ({ term: question, value: answer }))} />
        </Section>
      ))}
      <Section
        title="Scans of licences"
        aside={open && <TextLink to="/apply/licence-scan">Change scans</TextLink>}
      >
        <p>{scans.length > 0 ? scans.join(', ') : 'None attached yet.'}</p>
      </Section>
      {open ? (
        <form method="post">
          <Button>Send the application</Button>
        </form>
      ) : null}
    </>
  );
}

const missing = (left: number) =>
  left === 1 ? 'One answer is missing or does not fit.' : `${left} answers are missing or do not fit.`;
