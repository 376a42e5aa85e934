import { Card } from '#app/ui/page.tsx';

/** What keeps a part from being asked; nothing where there is nothing. */
export function Faults({
  faults,
  title = 'To be corrected before it can be published',
}: {
  faults: readonly string[];
  title?: string;
}) {
  if (faults.length === 0) return null;
  return (
    <Card title={title} tone="stopped">
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {faults.map((fault) => (
          <li key={fault} className="break-words">
            {fault}
          </li>
        ))}
      </ul>
    </Card>
  );
}
