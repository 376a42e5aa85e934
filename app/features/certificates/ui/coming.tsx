import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Owed } from '../clock/late/rules.ts';

type Late = {
  id: string;
  finding: string;
  change: 'suspension' | 'suspension_goes_on' | 'withdrawal';
  owed: Owed;
  dueOn: string;
  on: string;
  extendable: boolean;
};

type Props = {
  found: {
    late: Late[];
    coming: { change: 'withdrawal' | 'expiry'; on: string } | undefined;
    unheld: string | undefined;
    /** Suspended for a surveillance that was not held. */
    waits: boolean;
    licence: { endsOn: string; on: string } | undefined;
    restorable: string | undefined;
    recertification: { state: 'open' | 'late' | 'audited'; dueOn: string } | undefined;
  };
  today: string;
};

/** What time alone will do to the certificate, said long before it does. */
export function Coming({ found, today }: Props) {
  const { coming, late, unheld, waits, licence, restorable, recertification } = found;
  if (restorable !== undefined)
    return (
      <Card title="Expired" tone="stopped">
        <p>
          {restorable < today
            ? 'The months in which it could be restored are over. A new application is needed.'
            : `The panel can restore it until ${dayInWords(restorable)}, once the recertification audit is done.`}
        </p>
      </Card>
    );
  return (
    <>
      {late.map((one) => (
        <LateFinding key={one.id} late={one} today={today} />
      ))}
      {unheld ? <Unheld on={unheld} today={today} /> : null}
      {waits ? <Waits /> : null}
      {licence ? <Licence found={licence} today={today} /> : null}
      {coming?.change === 'withdrawal' ? <Withdrawal on={coming.on} today={today} /> : null}
      {recertification ? <Recertification found={recertification} today={today} /> : null}
    </>
  );
}

type Open = NonNullable<Props['found']['recertification']>;

/** The certificate counts as before while its next cycle is prepared. */
function Recertification({ found: { state, dueOn }, today }: { found: Open; today: string }) {
  if (state === 'audited')
    return (
      <Card title="Recertification under way">
        <p>The recertification audit is done. The decision panel decides once its findings are settled.</p>
      </Card>
    );
  return state === 'open' ? (
    <Card title="Recertification is open">
      <p>
        The recertification audit has to be done by {dayInWords(dueOn)}, {untilInWords(dueOn, today)}. Then
        the next certificate runs from the end of this one. Until it ends, the certificate counts as before.
      </p>
    </Card>
  ) : (
    <Card title="The recertification audit is late" tone="stopped">
      <p>
        It had to be done by {dayInWords(dueOn)}. Done now, the next certificate runs from the day it is
        granted. If it is not granted before the end of this one, this certificate expires.
      </p>
    </Card>
  );
}

const Unheld = ({ on, today }: { on: string; today: string }) => (
  <Card title="Suspended by the clock unless the surveillance is held" tone="stopped">
    <p>
      The yearly audit of this certificate was not held by its day. Unless it is held before {dayInWords(on)},{' '}
      {untilInWords(on, today)}, the certificate is suspended. It is announced before that day, and never
      happens unannounced. The scheme can give the audit body more time once, with its reasons.
    </p>
  </Card>
);

const Waits = () => (
  <Card title="Suspended until the surveillance is held" tone="stopped">
    <p>
      No clock withdraws a certificate for this: the audit body may be late, not its holder. Once the
      surveillance was held an officer lifts the suspension. The holder may ask another audit body to take the
      certificate over; the suspension goes along until the audit is held there.
    </p>
  </Card>
);

const Withdrawal = ({ on, today }: { on: string; today: string }) => (
  <Card title="Withdrawn by the clock unless lifted" tone="stopped">
    <p>
      If the suspension is not lifted before {dayInWords(on)}, {untilInWords(on, today)}, the certificate is
      withdrawn for good. It is announced before that day, and never happens unannounced.
    </p>
  </Card>
);

/** What averts it is the same whoever reads: another confirmed licence of the same country. */
const Licence = ({
  found: { endsOn, on },
  today,
}: {
  found: { endsOn: string; on: string };
  today: string;
}) => (
  <Card title="Suspended by the clock unless a licence is confirmed" tone="stopped">
    <p>
      The state licence that the certificate rests on {endsOn < today ? 'counted' : 'counts'} through{' '}
      {dayInWords(endsOn)}. If its renewal, or another licence of the same country, is not confirmed before,
      the certificate is suspended on {dayInWords(on)}, {untilInWords(on, today)}. It is announced before that
      day, and never happens unannounced.
    </p>
  </Card>
);

const tasks: Record<Owed, string> = {
  containment: 'How the harm was stopped',
  plan: 'The corrective action plan',
  new_plan: 'A new corrective action plan',
  evidence: 'The evidence that it is corrected',
  new_evidence: 'Other evidence that it is corrected',
  repayment: 'What workers are owed',
};

const changes: Record<Late['change'], { title: string; what: string }> = {
  suspension: { title: 'Suspended by the clock', what: 'the certificate is suspended' },
  suspension_goes_on: { title: 'Suspended for one more matter', what: 'the certificate stays suspended' },
  withdrawal: { title: 'Withdrawn by the clock', what: 'the suspended certificate is withdrawn for good' },
};

const moreTime = 'The audit body can give more time once, with its reason.';
const noMoreTime = 'More time was given once, and cannot be given again.';

/** One grave finding that waits for the holder. */
function LateFinding({ late, today }: { late: Late; today: string }) {
  const { id, finding, change, owed, dueOn, on, extendable } = late;
  return (
    <Card title={`${changes[change].title} unless finding ${finding} is answered`} tone="stopped">
      <p>
        {tasks[owed]} {dueOn < today ? 'was' : 'is'} due by {dayInWords(dueOn)}. Without it{' '}
        {changes[change].what} on {dayInWords(on)}, {untilInWords(on, today)}. It is announced before that
        day, and never happens unannounced.{' '}
        {owed === 'repayment' ? 'Its day is never moved.' : extendable ? moreTime : noMoreTime}
      </p>
      <p>
        <TextLink to={`/findings/${id}`}>See finding {finding}</TextLink>
      </p>
    </Card>
  );
}
