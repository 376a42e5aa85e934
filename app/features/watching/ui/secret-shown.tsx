import { ShownOnce } from '#app/ui/parts/shown-once.tsx';

/** The one time the secret of a webhook is seen. */
export const SecretShown = ({ made }: { made: { id: string; url: string; secret: string } }) => (
  <ShownOnce
    title="The secret of this webhook"
    eyebrow={made.url}
    back={{ to: '/webhooks', label: 'Webhooks' }}
    lead="Copy it now and put it where your receiver keeps its secrets. It is not shown again. Check the signature of every message with it."
    what="The secret"
    secret={made.secret}
    next={`/webhooks/${made.id}`}
  />
);
