import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

type Watch = { grave: boolean; special: boolean; over: boolean };
type Props = { certificateId: string; watch: Watch | undefined };

/** Whether a watch has served its purpose, and what it still waits for. */
export function WatchEnd({ certificateId, watch }: Props) {
  if (!watch) return null;
  if (watch.over)
    return (
      <Card title="The watch can end">
        <p>
          No critical or major finding of its holder is open. The register says “under watch” until an officer
          ends it.
        </p>
        <TextLink to={`/scheme/certificates/${certificateId}/clear`}>End the watch</TextLink>
      </Card>
    );
  return (
    <Card title="What the watch waits for">
      {watch.grave ? <p>A critical or major finding of its holder is still open.</p> : null}
      {watch.special ? <p>A special audit of it is still to be done or reported.</p> : null}
    </Card>
  );
}
