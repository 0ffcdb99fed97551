/** The page that an invitation's code and its short link open. */
export const invitationPage = 'packages/invite/open/index';
