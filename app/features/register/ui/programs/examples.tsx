import { Section } from '#app/ui/page.tsx';

import { exampleCode } from './example-code.ts';

export const Examples = ({ origin }: { origin: string }) =>
  exampleCode(origin).map(({ title, code }) => (
    <Section key={title} title={title}>
      <pre className="overflow-x-auto rounded-panel border border-line bg-card p-4 text-sm whitespace-pre-wrap">
        {code}
      </pre>
    </Section>
  ));
