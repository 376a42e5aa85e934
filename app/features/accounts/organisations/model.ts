/** How whoever opened an invitation joins: at once, after signing in, with a new account, or not as who they are now. */
export type Way = 'mine' | 'sign_in' | 'new' | 'another';
