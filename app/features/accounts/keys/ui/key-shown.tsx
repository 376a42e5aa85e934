import { Prose } from '#app/ui/page.tsx';
import { ShownOnce } from '#app/ui/parts/shown-once.tsx';

type Props = { made: { name: string; key: string }; title: string; next: string };

/** The one time a key is seen; `next` says from when it works. */
export const KeyShown = ({ made, title, next }: Props) => (
  <ShownOnce
    title={title}
    eyebrow={made.name}
    back={{ to: '/organisation/keys', label: 'API keys' }}
    lead="Copy the key now and put it where your program keeps its secrets. It is not shown again: we keep only a fingerprint of it."
    what="The key"
    secret={made.key}
    note={next}
    next="/organisation/keys"
  >
    <Prose>
      <p>
        Send it with every question, in the header <code>Authorization: Bearer</code> followed by the key.
        Whoever has it can act for your company: do not mail it, and do not put it into a page or an app that
        others can open.
      </p>
    </Prose>
  </ShownOnce>
);
