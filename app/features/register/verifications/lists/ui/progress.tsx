import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';

import type { ListState } from '../model.ts';

type Props = { id: string; state: ListState; done: number; total: number; still: boolean };

const number = (count: number) => count.toLocaleString('en-GB');

/** How far a check is. The page comes again by itself where nobody asked it not to. */
export function Progress({ id, state, done, total, still }: Props) {
  return (
    <div className="flex max-w-[42rem] flex-col gap-4">
      <p id="progress" role="status" className="text-lg">
        {`${number(done)} of ${number(total)} rows looked up`}
      </p>
      <progress aria-labelledby="progress" max={total} value={done} className="h-4 w-full accent-accent">
        {`${Math.floor((100 * done) / Math.max(total, 1))} %`}
      </progress>
      {state === 'stalled' ? (
        <form method="post" className="flex flex-col items-start gap-4">
          <p>This has not moved for a while. Nothing is lost: start it again, and it begins anew.</p>
          <Button>Start again</Button>
        </form>
      ) : (
        <>
          <p className="text-ink-2">
            {still ? 'This page stands still. ' : 'This page comes again every few seconds. '}
            {still ? (
              <TextLink to={`/lists/${id}`}>Let it come again by itself</TextLink>
            ) : (
              <TextLink to={`/lists/${id}?still=yes`}>Let it stand still</TextLink>
            )}
          </p>
          <Actions>
            <ButtonLink to={still ? `/lists/${id}?still=yes` : `/lists/${id}`} kind="secondary">
              Look again
            </ButtonLink>
          </Actions>
        </>
      )}
    </div>
  );
}
