import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Card, PageHeader } from '#app/ui/page.tsx';

/** The one time a secret is seen. */
export function SecretShown({ made }: { made: { id: string; url: string; secret: string } }) {
  return (
    <>
      <PageHeader
        title="The secret of this webhook"
        eyebrow={made.url}
        back={{ to: '/webhooks', label: 'Webhooks' }}
        lead="Copy it now and put it where your receiver keeps its secrets. It is not shown again. Check the signature of every message with it."
      />
      <Card title="The secret">
        <code className="rounded-control border border-line-strong bg-paper px-4 py-3 text-base break-all select-all">
          {made.secret}
        </code>
      </Card>
      <Actions>
        <ButtonLink to={`/webhooks/${made.id}`}>I have copied it</ButtonLink>
      </Actions>
    </>
  );
}
