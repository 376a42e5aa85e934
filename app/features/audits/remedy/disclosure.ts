/** Fewer people than this might be recognised by what they got back. */
const leastPeople = 5;

type Quarter = { people: number; amountMinor?: number };
type Sum = { people: number; amountMinor: number };

const none: Sum = { people: 0, amountMinor: 0 };

/**
 * The sum that may be read of quarters in their order. A quarter that added fewer than five people waits for those
 * after it: else the figure of yesterday, taken from the one of today, would tell of them (domain 2.7).
 */
export function disclosed(quarters: readonly Quarter[]): Sum {
  const { told } = quarters.reduce<{ told: Sum; waiting: Sum }>(
    ({ told, waiting }, { people, amountMinor = 0 }) => {
      const sum = { people: waiting.people + people, amountMinor: waiting.amountMinor + amountMinor };
      return sum.people >= leastPeople ? { told: plus(told, sum), waiting: none } : { told, waiting: sum };
    },
    { told: none, waiting: none },
  );
  return told;
}

const plus = (one: Sum, other: Sum): Sum => ({
  people: one.people + other.people,
  amountMinor: one.amountMinor + other.amountMinor,
});
