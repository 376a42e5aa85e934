import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

/** The page in the second tab, when it has done its part. */
export const ConfirmedCard = () => (
  <PageHeader
    title="Thank you: it is you"
    lead="For the next ten minutes you can do what needs it. Close this tab, go back to the other one and send the form again."
    action={<ButtonLink to="/now">Your desk</ButtonLink>}
  />
);

/** Whoever signs in through their organisation alone has neither password nor passkey with us. */
export const NoPasswordCard = ({ next }: { next: string }) => (
  <form method="post" action="/confirm-identity/sso" className="flex flex-col items-start gap-4">
    <input type="hidden" name="next" value={next} />
    <p className="max-w-prose">
      Your account has no password: you sign in through your organisation, and show there who you are.
    </p>
    <Button>Go to your organisation</Button>
  </form>
);
