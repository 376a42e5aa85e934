import { evidenceTypeNames, type Principle } from '../model.ts';

/** The whole standard, a principle at a time; opens without a script. */
export const StandardText = ({ principles }: { principles: readonly Principle[] }) =>
  principles.map(({ code, title, gist, criteria }) => (
    <details key={code} id={code} className="border-t border-line py-3">
      <summary className="cursor-pointer font-serif text-lg font-semibold">{`${code} · ${title}`}</summary>
      <p className="mt-2 text-ink-2">{gist}</p>
      {criteria.map((criterion) => (
        <section key={criterion.code} id={criterion.code} className="mt-4">
          <h3 className="text-base">{`${criterion.code} ${criterion.title}`}</h3>
          <ul className="mt-2 flex flex-col gap-2">
            {criterion.indicators.map((indicator) => (
              <li key={indicator.code}>
                <span className="font-mono text-sm">{indicator.code}</span> {indicator.requirement}{' '}
                <span className="text-sm text-ink-2">
                  {`By ${indicator.evidenceTypes.map((type) => evidenceTypeNames[type]).join(', ')}. ${indicator.defaultGrade} when failed.`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  ));
