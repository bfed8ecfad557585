<?php
// What WordPress makes of a pasted link: its own code, without a database, on a built site in place of the network.
// php wordpress.php FOLDER-OF-WORDPRESS FOLDER-OF-SITE ADDRESS-OF-SITE LINK
[, $wordpress, $folder, $site, $link] = $argv;
define( 'ABSPATH', rtrim( $wordpress, '/' ) . '/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', ABSPATH . 'wp-content' );
$parts = array(
	'version', 'compat', 'load', 'class-wp-list-util', 'class-wp-error', 'plugin', 'functions', 'l10n', 'formatting', 'kses', 'http',
	'class-wp-http', 'class-wp-http-proxy', 'link-template', 'general-template', 'shortcodes', 'class-wp-oembed', 'embed', 'pluggable',
);
foreach ( $parts as $part ) {
	require ABSPATH . WPINC . "/$part.php";
}
// What an installed one reads from its database.
foreach ( array( 'blog_charset' => 'UTF-8', 'home' => 'http://blog.example', 'siteurl' => 'http://blog.example' ) as $name => $value ) {
	add_filter( "pre_option_$name", function () use ( $value ) {
		return $value;
	} );
}
// As its default-filters.php has them.
add_filter( 'oembed_dataparse', 'wp_filter_oembed_iframe_title_attribute', 5, 3 );
add_filter( 'oembed_dataparse', 'wp_filter_oembed_result', 10, 3 );
// The network: files of the site.
add_filter( 'pre_http_request', function ( $answer, $options, $address ) use ( $folder, $site ) {
	$path = strtok( substr( $address, strlen( $site ) ), '?' );
	$file = rtrim( $folder, '/' ) . '/' . ( $path ? $path : 'index.html' );
	$is_there = 0 === strpos( $address, $site ) && is_file( $file );
	$body = $is_there ? file_get_contents( $file, false, null, 0, $options['limit_response_size'] ?? null ) : '';
	return array( 'headers' => array(), 'body' => $body, 'response' => array( 'code' => $is_there ? 200 : 404 ), 'cookies' => array() );
}, 10, 3 );
$html = _wp_oembed_get_object()->get_html( $link, array( 'width' => 640, 'height' => 960 ) );
if ( ! $html ) {
	fwrite( STDERR, "WordPress makes nothing of $link\n" );
	exit( 1 );
}
echo $html;
