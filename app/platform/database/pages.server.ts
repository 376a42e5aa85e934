/** How many pages hold so many rows; an empty list has one. */
export const pagesOf = (count: number, perPage: number) => Math.max(1, Math.ceil(count / perPage));
