// jsdom lays nothing out, so a style sheet has nothing to say there.
module.exports = {};
