import type { Company, Scope, Visitor } from '#app/platform/scope.ts';

/** One question to the API; `origin` is the address of this installation. */
export type Asking = { scope: Scope<Visitor | Company>; origin: string; query: URLSearchParams };
