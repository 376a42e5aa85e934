import {
  elementNames,
  elementQuestions,
  elements,
  maturities,
  maturityMeanings,
  maturityNames,
} from '../model.ts';

/** What the numbers and the five headings mean, open when somebody wants it. */
export const Scale = () => (
  <details className="w-full max-w-[42rem]">
    <summary className="cursor-pointer font-semibold text-accent">
      What the steps and the elements mean
    </summary>
    <dl className="mt-3 border-b border-line">
      {maturities.map((maturity) => (
        <div key={maturity} className="border-t border-line py-2">
          <dt className="font-semibold">{`${maturity} ${maturityNames[maturity]}`}</dt>
          <dd className="text-ink-2">{maturityMeanings[maturity]}</dd>
        </div>
      ))}
      {elements.map((element) => (
        <div key={element} className="border-t border-line py-2">
          <dt className="font-semibold">{elementNames[element]}</dt>
          <dd className="text-ink-2">{elementQuestions[element]}</dd>
        </div>
      ))}
    </dl>
  </details>
);
