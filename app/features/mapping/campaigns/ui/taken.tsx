import { Card } from '#app/ui/page.tsx';

type Props = { named: number; invited: number; misfits: { cell: string; reason: string }[] };

const most = 200;

/** What was taken of a list, and cell by cell what was not. */
export const Taken = ({ named, invited, misfits }: Props) => (
  <Card title={`${named} suppliers are named, ${invited} of them with an address that is new here`}>
    <p>These rows could not be taken. Correct them and send the list once more: nobody is named twice.</p>
    <ul className="list-disc ps-6">
      {misfits.slice(0, most).map(({ cell, reason }) => (
        <li key={`${cell} ${reason}`}>{`${cell}: ${reason}`}</li>
      ))}
    </ul>
    {misfits.length > most ? <p>{`And ${misfits.length - most} more.`}</p> : null}
  </Card>
);
