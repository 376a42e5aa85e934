import { Button } from '#app/ui/buttons.tsx';
import { queryField, TextField } from '#app/ui/fields.tsx';
import { PageHeader } from '#app/ui/page.tsx';

const whys: Record<string, string> = {
  used_link: 'It was used already.',
  expired_link: 'It was not used in time.',
  revoked_link: 'What it was for was taken back.',
};

/** A link that opens nothing, whatever the reason, and the way to a new one. */
export function BrokenLinkPage({ reason }: { reason: string }) {
  return (
    <>
      <PageHeader
        title="This link does not work any more"
        lead={`${whys[reason] ?? 'It may have been cut off on its way.'} Enter your address: if something waits for it, a new link is sent.`}
      />
      <form method="post" action="/new-link" className="flex flex-col items-start gap-6">
        <TextField
          field={queryField('email', null)}
          label="E-mail address"
          type="email"
          autoComplete="username"
        />
        <Button>Send a new link</Button>
      </form>
    </>
  );
}
