/** What WeChat's screen reader understands, on the components that we give names and roles to. */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-modal': '',
};

interface MiniPlatform {
  readonly template?: { mergeComponents?: (context: PluginContext, patch: object) => void };
}

/** The part of Taro's plug-in context that is used here. */
interface PluginContext {
  readonly registerMethod: (method: { readonly name: string; readonly fn: (platform: MiniPlatform) => void }) => void;
}

/** Taro's mini-program templates know only a component's own attributes; this lets the aria ones through. */
// Taro loads a plug-in by its default export.
export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      platform.template?.mergeComponents?.(context, { View: aria, Text: aria, Image: aria, Canvas: aria, Input: aria });
    },
  });
};
