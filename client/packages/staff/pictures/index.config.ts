// Taro reads a page's configuration from its default export.
export default definePageConfig({ navigationBarTitleText: '灯火会员' });
