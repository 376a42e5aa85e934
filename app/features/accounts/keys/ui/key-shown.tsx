import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Card, PageHeader, Prose } from '#app/ui/page.tsx';

type Props = { made: { name: string; key: string }; title: string; next: string };

/** The one time a key is seen. */
export function KeyShown({ made, title, next }: Props) {
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={made.name}
        back={{ to: '/organisation/keys', label: 'API keys' }}
        lead="Copy the key now and put it where your program keeps its secrets. It is not shown again: we keep only a fingerprint of it."
      />
      <Card title="The key">
        <code className="rounded-control border border-line-strong bg-paper px-4 py-3 text-base break-all select-all">
          {made.key}
        </code>
        <p className="text-ink-2">{next}</p>
      </Card>
      <Prose>
        <p>
          Send it with every question, in the header <code>Authorization: Bearer</code> followed by the key.
          Whoever has it can act for your company: do not mail it, and do not put it into a page or an app
          that others can open.
        </p>
      </Prose>
      <Actions>
        <ButtonLink to="/organisation/keys">I have copied it</ButtonLink>
      </Actions>
    </>
  );
}
