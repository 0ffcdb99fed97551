// The parts of NutUI that client/ui takes, each from its own file, as the bundler takes them: its file of everything also starts an
// animation engine, for which jsdom has no brush.
module.exports = {
  get Input() {
    return require('@nutui/nutui-react-taro/dist/cjs/packages/input').default;
  },
  get Popup() {
    return require('@nutui/nutui-react-taro/dist/cjs/packages/popup').default;
  },
  get Switch() {
    return require('@nutui/nutui-react-taro/dist/cjs/packages/switch').default;
  },
};
