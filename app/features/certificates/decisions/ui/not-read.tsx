import { Refusal } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';

import { refusalText } from './refusals.ts';

/** Why the package is not shown: a step that comes first, which the page's button takes, or a bar for good. */
export const NotRead = ({ refusal }: { refusal: string }) =>
  refusal === 'declare_first' ? (
    <Card title="Before you read">
      <p>{refusalText(refusal)}</p>
    </Card>
  ) : (
    <Refusal>{refusalText(refusal)}</Refusal>
  );
