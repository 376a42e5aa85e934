import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { roleNames } from '../../model.ts';
import type { JoinForm } from '../forms.ts';
import type { Way } from '../model.ts';
import { refusalIn } from './refusals.tsx';

type Invitation = { email: string; role: string; organisation: string; inviter: string };
type Props = { invitation: Invitation; way: Way; here: string; answer: FormAnswer };

/** The invitation, and the one thing to do next. */
export function JoinPage({ invitation, way, here, answer }: Props) {
  const { email, role, organisation, inviter } = invitation;
  return (
    <>
      <PageHeader
        title={`Join ${organisation}`}
        lead={`${inviter} invites ${email} to work for ${organisation}, as ${roleNames[role] ?? role}.`}
      />
      <Next way={way} email={email} here={here} answer={answer} />
    </>
  );
}

function Next({ way, email, here, answer }: Omit<Props, 'invitation'> & { email: string }) {
  switch (way) {
    case 'mine':
      return <Accept answer={answer} />;
    case 'new':
      return <NewAccount email={email} answer={answer} />;
    case 'sign_in':
      return (
        <>
          <p>
            There is an account with this address. Sign in with it; the invitation opens again after that.
          </p>
          <Actions>
            <ButtonLink to={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</ButtonLink>
          </Actions>
        </>
      );
    case 'another':
      return (
        <>
          <p>
            You are signed in with another address. Sign out, then open the link in the mail again. To use the
            account you are signed in with, ask for an invitation to its address.
          </p>
          <form method="post" action="/sign-out">
            <Button kind="secondary">Sign out</Button>
          </form>
        </>
      );
  }
}

function Accept({ answer }: { answer: FormAnswer }) {
  const [form] = useFields('accept', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={refusalIn(answer?.refusal)}>
      <Button>Accept the invitation</Button>
    </PageForm>
  );
}

function NewAccount({ email, answer }: { email: string; answer: FormAnswer }) {
  const [form, fields] = useFields<JoinForm>('join', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={refusalIn(answer?.refusal)}>
      {/* Tells password keepers which account the password is for. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField field={fields.name} label="Your name" autoComplete="name" />
      <TextField
        field={fields.password}
        label="Password"
        hint="At least 12 characters. A few words together are easy to remember and hard to guess."
        type="password"
        autoComplete="new-password"
      />
      <Button>Accept and open my account</Button>
    </PageForm>
  );
}
