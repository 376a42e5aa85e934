import { TextLink } from '#app/ui/buttons.tsx';
import { Bars } from '#app/ui/charts/bars.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { InvitationState, RespondentRole } from '../../model.ts';
import { respondentRoles } from '../../model.ts';
import { invitationWords, roleWords } from './words.ts';

type Tier = { tier: number; invited: number; opened: number; answered: number; declined: number };

/** How far each tier has come, as a picture with its numbers. */
export const ProgressByTier = ({ progress }: { progress: Tier[] }) =>
  progress.length === 0 ? null : (
    <Bars
      caption="Answers by tier: the first are those you named, the next those they named"
      max={Math.max(1, ...progress.map(({ invited }) => invited))}
      rows={progress.flatMap(({ tier, invited, opened, answered, declined }) => [
        { label: `Tier ${tier}: asked`, value: invited },
        { label: `Tier ${tier}: begun`, value: opened },
        { label: `Tier ${tier}: answered`, value: answered },
        { label: `Tier ${tier}: declined`, value: declined },
      ])}
    />
  );

type Row = {
  id: string;
  name: string | null;
  partyId: string | null;
  role: string;
  tier: number;
  state: InvitationState;
  due: string;
  declineReason: string | null;
  shareId: string | null;
  withdrawn: boolean;
};

const roleOf = (role: string): RespondentRole => respondentRoles.find((each) => each === role) ?? 'site';

/** Who was asked, and where each stands. */
export const Invited = ({ rows, count }: { rows: Row[]; count: number }) => (
  <DataTable
    caption={count === 1 ? 'One was asked' : `${count} were asked`}
    columns={[
      {
        key: 'name',
        header: 'Who',
        main: true,
        cell: ({ name, partyId }) =>
          name && partyId ? (
            <TextLink to={`/mapping/parties/${partyId}`}>
              <bdi>{name}</bdi>
            </TextLink>
          ) : (
            'Named to us, not to you'
          ),
      },
      { key: 'role', header: 'What they are', cell: ({ role }) => roleWords[roleOf(role)] },
      { key: 'tier', header: 'Tier', cell: ({ tier }) => String(tier) },
      {
        key: 'state',
        header: 'State',
        cell: ({ state, withdrawn, declineReason }) => (
          <>
            {withdrawn ? 'Taken back' : invitationWords[state]}
            {declineReason ? (
              <p className="text-sm text-ink-2">
                <bdi>{declineReason}</bdi>
              </p>
            ) : null}
          </>
        ),
      },
      {
        key: 'answer',
        header: 'Answer',
        cell: ({ shareId }) => (shareId ? <TextLink to={`/mapping/answers/${shareId}`}>Read</TextLink> : ''),
      },
      { key: 'due', header: 'Last day', cell: ({ due }) => due },
    ]}
    rows={rows}
    empty={{
      title: 'Nobody is named yet',
      text: 'Name your sites and suppliers by hand or bring a list. With an address each gets a link of its own when you open the campaign.',
    }}
  />
);
