// Fits frames of the atlas to their height: put it once into a page with <iframe data-atlas …>.
addEventListener("message", function (event) {
  var data = event.data;
  if (!data || data.type !== "atlas:height" || data.version !== 1 || !isFinite(data.height)) return;
  var frames = document.querySelectorAll("iframe[data-atlas]");
  for (var i = 0; i < frames.length; i++)
    // The window tells a frame from others; a frame in a sandbox has no origin to ask for.
    if (frames[i].contentWindow === event.source) {
      var height = Math.min(Math.max(Math.round(data.height), 120), 6000);
      // What the style of the code made of it already follows the width by itself.
      if (Math.abs(frames[i].clientHeight - height) > 1) frames[i].style.height = height + "px";
    }
});
